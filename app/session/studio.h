// Everything behind the window: the document, the runs made of it, the engine that makes them and the state the views
// paint from. The window only shows it and passes on what people do.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QTimer>

#include "app/session/comparison.h"
#include "app/session/document.h"
#include "app/session/engine.h"
#include "app/session/network_watch.h"
#include "app/session/playback.h"
#include "app/session/run_list.h"
#include "app/session/script_file.h"
#include "app/view_state.h"

namespace loom {

enum class Answer : std::uint8_t { formula, simulation, real };

// GUI thread only.
class Studio : public QObject {
    Q_OBJECT

public:
    explicit Studio(QObject* parent = nullptr);
    ~Studio() override;

    [[nodiscard]] ViewState& view() { return view_; }
    [[nodiscard]] Document& document() { return document_; }
    [[nodiscard]] RunList& runs() { return runs_; }
    [[nodiscard]] Playback& playback() { return playback_; }
    [[nodiscard]] Engine& engine() { return engine_; }
    [[nodiscard]] NetworkWatch& network() { return network_; }
    [[nodiscard]] Comparison& comparison() { return comparison_; }
    [[nodiscard]] ScriptFile& script() { return script_; }

    // Reads in the background, one file or several dropped together; `opened`, `platformOpened` or `openFailed` follows, and until
    // then everything stays as it is. A platform alone goes into the document.
    void open(const QStringList& paths);
    void openFirstExample();
    // Asked when something read is about to replace the document.
    void setMayReplace(std::function<bool()> mayReplace) { mayReplace_ = std::move(mayReplace); }
    // Puts a platform's file into the document: one undoable edit once it is known that the document's tasks can run on it.
    void usePlatform(const QString& path);
    // Reads the document's workload again, with this in place of what its file leaves out: the same.
    void assume(const Assumptions& assumptions);
    // The document resolved, with what its importer reports; null until that is done.
    [[nodiscard]] ScenarioPtr scenario() const;
    // The workload's file, absolute; empty when the workload does not stand in a file of its own.
    [[nodiscard]] QString workloadPath() const;
    // Replaces the document at once and runs it.
    void adopt(FilePtr file, const QString& path);
    // The same with a run of `file` that was saved: it is shown instead of being computed again.
    void adoptRun(const FilePtr& file, const RunPtr& run, const DigestPtr& digest);
    // The document came out of a saved run, which it is not saved to.
    [[nodiscard]] bool cameOfARun() const { return cameOfARun_; }

    // Text forms; false and one sentence when it names nothing known.
    bool setScheduler(const QString& text, QString* error);
    // Runs a script as the document's scheduler: named from the scenario's folder where it is below that. The same script
    // runs again, for its text may have changed.
    bool runScript(const QString& path, QString* error);
    bool setNetwork(const QString& text, QString* error);
    // One undoable edit of both; the seed of the document feeds what the platform draws.
    void setCluster(const PlatformSource& platform, const Spec& network, const Spec& compute, const QString& what);
    void setWhatIf(const WhatIf& whatIf, const QString& what, int mergeKey);
    void nextSeed();
    // Forks the run on show at `at`: the same past, then the node crashes (and is repaired after `repair`) or computes
    // `factor` times slower. In a real run still going the node is killed now.
    void crash(NodeId node, Time at, Time repair = Time::never());
    void slowDown(NodeId node, Time at, double factor);
    // Back to a run and its inputs.
    void showRun(int serial);

    [[nodiscard]] Answer answer() const { return answer_; }
    void setAnswer(Answer answer);
    void startReal();
    [[nodiscard]] bool realRunning() const { return realRequest_ != 0; }
    // Of the document as it stands; null when there is none (yet).
    [[nodiscard]] const RunEntry* simulated() const;
    [[nodiscard]] const RunEntry* measured() const;

    [[nodiscard]] DigestPtr digest() const { return digest_; }            // of the run on show
    [[nodiscard]] DigestPtr ghostDigest() const { return ghostDigest_; }  // of the ghost
    [[nodiscard]] const std::optional<Decision>& decision() const { return decision_; }
    [[nodiscard]] TaskId decisionTask() const { return decisionTask_; }
    [[nodiscard]] bool explaining() const { return whyRequest_ != 0; }

signals:
    // `path` is empty for what came with the program.
    void opened(const QString& path);
    void platformOpened(const QString& path);
    // What was opened is a workload of others, not a scenario.
    void imported();
    // Nothing has changed. `path` is what was to be opened, which the error need not lie in.
    void openFailed(const QString& path, const loom::Error& error);
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void answerChanged();
    void answersChanged();
    void digestChanged();
    void decisionChanged();

private:
    // An edit to be made once it is known to be possible.
    struct Trial {
        Model before, after;
        QString what;
        std::function<void(ScenarioFile&)> change;
        QString path;           // of what made it necessary
        bool platform = false;  // and that is a platform
    };
    void take(quint64 request, const OpenedFilesPtr& files);
    void tryEdit(Trial trial);
    void trialHolds(quint64 request);
    bool takeOpenFailure(quint64 request, const Error& error);
    void forgetDocument();
    void modelChanged();
    void requestRun();
    void sendRun();
    void runStarted(quint64 request, const RunPtr& run);
    void runFinished(quint64 request, const RunPtr& run, const DigestPtr& digest);
    void realStarted(quint64 request, const RunPtr& run);
    void realFinished(quint64 request, const RealAnswerPtr& answer, const DigestPtr& digest);
    void show(const RunEntry& entry, const RunEntry* ghost);
    void askWhy();
    void followScript();
    void forkFailures(Time at, const QString& title, const FailurePlan& more);
    [[nodiscard]] QString plainTitle() const;

    ViewState view_;
    Document document_;
    RunList runs_;
    Playback playback_;
    Engine engine_;
    NetworkWatch network_;
    Comparison comparison_;
    ScriptFile script_;

    RunEntry draft_;        // of the run to ask for next
    RunEntry sent_;         // of the run asked for last
    Model realModel_;       // what the real run under way was made of
    bool fresh_ = false;    // it is the first run of its document
    bool cameOfARun_ = false;
    bool waiting_ = false;  // a slider moved during the pause between two requests
    bool playOn_ = false;   // play when the run is there
    QTimer throttle_;
    QTimer digestPause_;
    quint64 runRequest_ = 0, realRequest_ = 0, whyRequest_ = 0, loadRequest_ = 0;
    QString loading_;  // the first path of what is being opened
    Trial trial_;      // of the check under way
    std::function<bool()> mayReplace_;

    Answer answer_ = Answer::simulation;
    DigestPtr digest_, ghostDigest_;
    std::optional<Decision> decision_;
    TaskId decisionTask_;
};

}  // namespace loom
