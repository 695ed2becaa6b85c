// The desktop's hand on the engine: everything slow runs on the engine's own threads and comes back as a signal on the
// GUI thread. Nothing here blocks, and no record causes a signal: watchers poll Trace::size() at their frame tick.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include <QMetaObject>
#include <QObject>

#include "app/session/adversary_find.h"
#include "app/session/difference.h"
#include "app/session/digest.h"
#include "app/session/network_moment.h"
#include "app/session/open_files.h"
#include "app/session/ratios.h"
#include "app/session/real_answer.h"
#include "core/schedule/scheduler.h"

namespace loom {

class Lane;
class RunControl;

// GUI thread only. Each call returns a request number that its signals carry; a newer request of the same kind
// replaces an older one, of which nothing more is heard. The destructor cancels everything and joins.
class Engine : public QObject {
    Q_OBJECT

public:
    explicit Engine(QObject* parent = nullptr);
    ~Engine() override;

    // Reads and checks what people open: `opened` follows. A run under way goes on meanwhile.
    quint64 load(const QStringList& paths);
    // Resolves what a document is about to become: `checked` follows, and simulating that very file resolves nothing again. Loading
    // and checking replace each other.
    quint64 check(FilePtr file);
    // What `opened` or `checked` told of last, if it was of this file.
    [[nodiscard]] ScenarioPtr resolved(const FilePtr& file) const;
    [[nodiscard]] bool loading() const { return newestLoad_.open; }
    // Nothing more is heard of what is being loaded or checked.
    void stopLoading();
    // Resolves and simulates.
    quint64 simulate(FilePtr file);
    // Resolves and runs on worker threads of this machine.
    quint64 runReal(FilePtr file);
    // Why `run` placed `task` where it did.
    quint64 explain(const RunPtr& run, TaskId task);
    // Series and metrics of what `run` has published.
    quint64 digest(const RunPtr& run);
    // Who gets what of the network of a simulated `run` at `at`, when these transfers are under way and these links have changed.
    quint64 networkAt(const RunPtr& run, std::vector<ActiveTransfer> transfers, std::vector<LinkStatus> links, Time at);
    // How the link, or the transfer when there is none, fares over the run; of several transfers alike the one near `at`.
    quint64 course(const RunPtr& run, LinkId link, const TransferKey& transfer, Time at);
    // The platform a form describes, built to be shown: `sketched` follows with it or with what is wrong.
    quint64 sketch(PlatformSource source, const std::string& baseFolder, std::uint64_t seed);

    // Simulates these one after another: `raced` follows for each, with its place in the list.
    quint64 race(std::vector<FilePtr> files);
    // Where two whole runs of the same tasks part.
    quint64 compare(const RunPtr& a, const RunPtr& b);
    // Why each of two runs placed `task` where it did.
    quint64 explainBoth(const RunPtr& a, const RunPtr& b, TaskId task);
    // Runs the scenario under every scheduler and `seeds` seeds; one per scheduler at least.
    quint64 measure(FilePtr file, std::vector<Spec> schedulers, std::uint32_t seeds);
    // Searches for the instance on which one scheduler does worst against another.
    quint64 attack(const AdversaryOrder& order);
    // Both end with what was found so far.
    void stopMeasuring();
    void stopAttack();
    [[nodiscard]] std::pair<quint64, quint64> measured() const;  // runs done of runs in all
    [[nodiscard]] std::pair<quint64, quint64> attacked() const;  // instances tried of instances in all

    // Kills a node of the real run under way; nothing when there is none.
    void failRealNode(NodeId node);

    // Stops loading, simulating, racing and real running; `cancelled` follows when something was under way.
    void cancel();
    [[nodiscard]] bool busy() const;
    // Tasks committed of tasks in all, of the run under way; 0 of 0 when unknown.
    [[nodiscard]] std::pair<quint64, quint64> progress() const;

signals:
    void opened(quint64 request, const loom::OpenedFilesPtr& files);
    void checked(quint64 request);
    void runStarted(quint64 request, const loom::RunPtr& run);
    void runFinished(quint64 request, const loom::RunPtr& run, const loom::DigestPtr& digest);
    void realStarted(quint64 request, const loom::RunPtr& run);
    void realFinished(quint64 request, const loom::RealAnswerPtr& answer, const loom::DigestPtr& digest);
    void explained(quint64 request, loom::TaskId task, const std::optional<loom::Decision>& decision);
    void digested(quint64 request, const loom::RunPtr& run, const loom::DigestPtr& digest);
    void failed(quint64 request, const loom::Error& error);
    // Null when it cannot be said.
    void networkKnown(quint64 request, const loom::NetworkMomentPtr& moment);
    void courseKnown(quint64 request, const loom::NetworkCoursePtr& course);
    void sketched(quint64 request, const std::shared_ptr<const loom::Platform>& platform, const QString& wrong);
    void raced(quint64 request, int index, const loom::RunPtr& run, const loom::DigestPtr& digest, const QString& wrong);
    void compared(quint64 request, const loom::RunDifferencePtr& difference);
    void bothExplained(quint64 request, loom::TaskId task, const std::optional<loom::Decision>& a,
                       const std::optional<loom::Decision>& b);
    void ratiosKnown(quint64 request, const loom::RatiosPtr& ratios);
    // The ratio rose; and the end of the search, with null when nothing was found.
    void adversaryRose(quint64 request, const loom::AdversaryFindPtr& find);
    void adversaryEnded(quint64 request, const loom::AdversaryFindPtr& find, const QString& wrong);
    void cancelled();
    void busyChanged();

private:
    // The newest request of a kind, and whether its last word is still to come. Older answers that wait in the event
    // queue are dropped.
    struct Newest {
        quint64 request = 0;
        bool open = false;
    };
    quint64 begin(Newest& newest);
    // From any thread: runs `function` on the GUI thread unless a newer request of the kind was made meanwhile.
    template <class Function>
    void post(quint64 request, Newest& newest, bool last, Function function);
    void fail(quint64 request, Newest& newest, const Error& error);

    quint64 last_ = 0;
    Newest newestLoad_, newestRun_, newestReal_, newestWhy_, newestDigest_, newestMoment_, newestCourse_, newestSketch_;
    Newest newestRace_, newestCompare_, newestBoth_, newestMeasure_, newestAttack_;
    // Resolves `file`, on any thread, with what is known of it or of the one before.
    [[nodiscard]] std::function<Result<ScenarioPtr>()> resolving(const FilePtr& file) const;
    // What was loaded, checked or simulated last, so that opening a file and simulating it builds its graph once, and an
    // edit builds only what it changes.
    std::pair<FilePtr, ScenarioPtr> resolved_;
    std::unique_ptr<Lane> load_, run_, real_, why_, digest_, moment_, course_, sketch_;
    std::unique_ptr<Lane> race_, compare_, both_, measure_, attack_;
};

template <class Function>
void Engine::post(quint64 request, Newest& newest, bool last, Function function) {
    QMetaObject::invokeMethod(
        this,
        [this, request, &newest, last, function = std::move(function)] {
            if (request != newest.request || !newest.open) return;
            if (last) newest.open = false;
            function();
            if (last) emit busyChanged();
        },
        Qt::QueuedConnection);
}

}  // namespace loom
