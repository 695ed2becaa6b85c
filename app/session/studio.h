// Everything behind the window: the document, the runs made of it, the engine that makes them and the state the views
// paint from. The window only shows it and passes on what people do.
#pragma once

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

    // Reads in the background; `opened` or `failed` follows, and until then everything stays as it is.
    void open(const QString& path);
    void openFirstExample();
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
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void answerChanged();
    void answersChanged();
    void digestChanged();
    void decisionChanged();

private:
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

    Answer answer_ = Answer::simulation;
    DigestPtr digest_, ghostDigest_;
    std::optional<Decision> decision_;
    TaskId decisionTask_;
};

}  // namespace loom
