// A studio with a run whose network is contended: a shuffle over slow uplinks between three racks.
#pragma once

#include <QtTest>

#include "app/session/studio.h"

namespace loom::test {

inline FilePtr contendedScenario(const char* network = "max-min") {
    ScenarioFile file;
    file.name = "contended";
    file.scheduler = Spec{"round-robin", {}};
    file.network = parseSpec(network).value();
    file.workload = parseSpec("map-reduce[maps=12,reduces=6,block=256MB]").value();
    file.platform = parseSpec("two-tier[racks=3,nodes=4,bandwidth=1Gbps,oversubscription=4,speed=2Gf,speeds=1Gf;2Gf;3Gf]").value();
    return std::make_shared<const ScenarioFile>(file);
}

inline bool waitForRun(Studio& studio) {
    return QTest::qWaitFor([&] { return studio.runs().byRun(studio.view().run()) != nullptr && !studio.engine().busy(); }, 20'000);
}

// Opens the scenario, stops playing, and puts the cursor where the most transfers are under way.
inline bool openContended(Studio& studio, const char* network = "max-min") {
    studio.adopt(contendedScenario(network), {});
    if (!waitForRun(studio)) return false;
    studio.playback().setPlaying(false);
    Replay replay(*studio.view().run()->scenario->graph, *studio.view().run()->scenario->platform, *studio.view().run()->trace);
    Time best;
    std::size_t most = 0;
    for (int i = 1; i < 200; ++i) {
        const Time at = Time::fromNanoseconds(studio.view().end().nanoseconds() / 200 * i);
        replay.seekTime(at);
        if (replay.transfers().size() <= most) continue;
        most = replay.transfers().size();
        best = at;
    }
    studio.view().setCursor(best);
    return most > 5;
}

inline bool waitForNetwork(Studio& studio) {
    return QTest::qWaitFor(
        [&] {
            const NetworkMomentPtr& moment = studio.network().moment();
            return studio.network().idle() && moment && moment->run == studio.view().run() && moment->at == studio.view().cursor();
        },
        20'000);
}

// The link that carries the largest part of what it can; among full ones the one with the most transfers.
inline LinkId busiestLink(Studio& studio) {
    const NetworkMomentPtr& moment = studio.network().moment();
    LinkId best(0);
    for (std::size_t i = 0; i < moment->network.load.size(); ++i) {
        const double more = moment->utilisation(LinkId(i)) - moment->utilisation(best);
        const bool alike = std::abs(more) < 1e-9;  // what a link carries is a sum of rounded rates
        if (alike ? moment->network.users[i] > moment->network.users[best.index()] : more > 0) best = LinkId(i);
    }
    return best;
}

}  // namespace loom::test
