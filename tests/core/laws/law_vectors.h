// How each reference vector's inputs become calls of core/laws: one row a vector, in tables by topic.
#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace loom::laws::test {

using Json = nlohmann::json;

struct LawVector {
    std::string id;                           // of the vector in laws.json
    Json (*actual)(const Json& inputs);       // what core/laws says, under the keys of the vector's "expected"
    std::vector<std::string> simulated = {};  // expected keys that are statistics of simulations, not values of the law
};

inline void PrintTo(const LawVector& vector, std::ostream* out) { *out << vector.id; }

const std::vector<LawVector>& performanceVectors();
const std::vector<LawVector>& networkVectors();
const std::vector<LawVector>& reliabilityVectors();
const std::vector<LawVector>& systemVectors();
const std::vector<LawVector>& peopleVectors();

// Applies f to every number of a list.
template <class F>
Json mapped(const Json& list, F f) {
    Json out = Json::array();
    for (const Json& x : list) out.push_back(f(x));
    return out;
}

inline std::vector<double> numbers(const Json& list) { return list.get<std::vector<double>>(); }

}  // namespace loom::laws::test
