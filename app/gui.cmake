# The desktop face. Everything but main.cpp is a library, so that the tests can click it.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Svg Concurrent Test LinguistTools)
find_package(QCustomPlotQt6 CONFIG REQUIRED)
set(CMAKE_AUTOMOC ON)
file(GLOB LOOM_GUI_SOURCES CONFIGURE_DEPENDS
     ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h
     ${CMAKE_CURRENT_SOURCE_DIR}/session/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/session/*.h
     ${CMAKE_CURRENT_SOURCE_DIR}/models/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/models/*.h
     ${CMAKE_CURRENT_SOURCE_DIR}/views/*/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/views/*/*.h)
list(FILTER LOOM_GUI_SOURCES EXCLUDE REGEX "/app/main\\.cpp$")
file(GLOB LOOM_RESOURCE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)

add_library(loom_gui STATIC ${LOOM_GUI_SOURCES})
target_link_libraries(loom_gui PUBLIC loom_sim Qt6::Widgets Qt6::Svg Qt6::Concurrent QCustomPlotQt6::QCustomPlotQt6)
target_precompile_headers(loom_gui PRIVATE <QtWidgets>)

if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
  add_executable(clusterloom-gui ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
  target_link_libraries(clusterloom-gui PRIVATE loom_gui)
endif()
