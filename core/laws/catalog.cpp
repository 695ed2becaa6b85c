#include "core/laws/catalog.h"

#include <iterator>

#include "core/laws/catalog_families.h"

namespace loom {

const std::vector<LawFamily>& lawCatalog() {
    static const std::vector<LawFamily> catalog = [] {
        std::vector<LawFamily> all;
        for (std::vector<LawFamily> part : {performanceLaws(), networkLaws(), reliabilityLaws(), systemLaws()})
            all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        return all;
    }();
    return catalog;
}

const LawInfo* findLaw(std::string_view id) {
    for (const LawFamily& family : lawCatalog())
        for (const LawInfo& law : family.laws)
            if (law.id == id) return &law;
    return nullptr;
}

}  // namespace loom
