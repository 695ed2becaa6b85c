// The bare calendar in the hold model of the reference data's evq.cpp: P pending events, each taken one schedules another;
// million events/s as items_per_second. Increments are exponential with a mean of 1 s and drawn beforehand.
#include <benchmark/benchmark.h>

#include <vector>

#include "core/base/rng.h"
#include "sim/virtual/calendar.h"

namespace loom {
namespace {

struct Payload {
    std::uint32_t index = 0;
    std::uint32_t generation = 0;
};

void holdModel(benchmark::State& state) {
    constexpr std::size_t kDrawn = 1 << 16;
    const auto pending = static_cast<std::size_t>(state.range(0));
    RandomStream stream(1, Purpose::test, 0);
    std::vector<Time> increments(kDrawn);
    for (Time& increment : increments) increment = Time::fromSeconds(stream.exponential(1));
    Calendar<Payload> calendar;
    std::size_t drawn = 0;
    const auto schedule = [&](Time now) { calendar.push(now + increments[drawn++ * 2654435761u % kDrawn], Phase::completion, Payload{}); };
    for (std::size_t i = 0; i < pending; ++i) schedule(Time::zero());
    std::vector<Calendar<Payload>::Entry> due;
    std::int64_t events = 0;
    const auto step = [&] {
        const Time now = calendar.next();
        calendar.take(due);
        for (std::size_t i = 0; i < due.size(); ++i) schedule(now);
        events += static_cast<std::int64_t>(due.size());
    };
    while (events < static_cast<std::int64_t>(pending)) step();  // settle
    events = 0;
    for (auto _ : state) step();
    state.SetItemsProcessed(events);
}
BENCHMARK(holdModel)->Arg(1'000)->Arg(100'000)->Arg(10'000'000);

}  // namespace
}  // namespace loom
