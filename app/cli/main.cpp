#include <cstdio>
int main() { std::puts("clusterloom"); }
