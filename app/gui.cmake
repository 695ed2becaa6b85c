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

qt_add_resources(loom_gui loom_icons PREFIX "/" BASE ${CMAKE_SOURCE_DIR}/resources FILES ${LOOM_RESOURCE_FILES})
# The first window is never empty, not even where only the program was copied to; scripts are what new ones start from.
file(GLOB LOOM_EXAMPLE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/examples/*/scenario.json
     ${CMAKE_SOURCE_DIR}/examples/*/*.lua)
if(LOOM_EXAMPLE_FILES)
  qt_add_resources(loom_gui loom_examples PREFIX "/" BASE ${CMAKE_SOURCE_DIR} FILES ${LOOM_EXAMPLE_FILES})
endif()
# English has a file for its plural forms only. `ninja update_translations` reads the sources again. What registries, rules and
# laws say is looked up by its English text in a table kept by hand, which reading the sources would empty.
set(LOOM_TRANSLATIONS ${CMAKE_SOURCE_DIR}/resources/translations/clusterloom_zh_CN.ts
                      ${CMAKE_SOURCE_DIR}/resources/translations/clusterloom_en.ts)
qt_add_lupdate(loom_gui TS_FILES ${LOOM_TRANSLATIONS})
qt_add_lrelease(loom_gui TS_FILES ${LOOM_TRANSLATIONS} ${CMAKE_SOURCE_DIR}/resources/translations/registry_zh_CN.ts
                QM_FILES_OUTPUT_VARIABLE LOOM_QM_FILES)
qt_add_resources(loom_gui loom_translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${LOOM_QM_FILES})

add_executable(clusterloom-gui ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
target_link_libraries(clusterloom-gui PRIVATE loom_gui)
target_compile_definitions(clusterloom-gui PRIVATE LOOM_VERSION="${PROJECT_VERSION}")
