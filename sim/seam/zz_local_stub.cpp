namespace loom { int stubForEmptyLibrary(); int stubForEmptyLibrary() { return 0; } }
