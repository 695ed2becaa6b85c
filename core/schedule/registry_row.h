// How the rows of the registry are written; registry.cpp puts the families together.
#pragma once

#include <functional>
#include <vector>

#include "core/schedule/schedulers.h"

namespace loom {

// A row and what makes it.
struct SchedulerRow {
    RegistryEntry entry;
    std::function<Result<SchedulerPtr>(const Params&)> make;
};

// Families in files of their own.
void addClusteringRows(std::vector<SchedulerRow>& rows);  // and newer list schedulers
void addSearchRows(std::vector<SchedulerRow>& rows);
void addParametricRows(std::vector<SchedulerRow>& rows);
void addOnlineRows(std::vector<SchedulerRow>& rows);
void addNamedRows(std::vector<SchedulerRow>& rows);  // policies of named systems

ParamDef choiceOf(std::string name, std::vector<std::string> choices, std::string help);  // the first is the default
ParamDef switchOf(std::string name, bool value, std::string help);
ParamDef integerOf(std::string name, std::string value, double low, double high, std::string help);
ParamDef numberOf(std::string name, std::string value, double low, double high, std::string help);
ParamDef quantityOf(std::string name, std::string value, Dimension dimension, double low, double high, std::string help);
ParamDef timeOf(std::string name, std::string value, double low, double high, std::string help);  // s
ParamDef textOf(std::string name, std::string value, std::string help);
ParamDef readySetParam();
ReadySet readySetOf(const Params& params);

}  // namespace loom
