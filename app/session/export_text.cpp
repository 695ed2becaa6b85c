#include "app/session/export_text.h"

#include "app/session/import_text.h"

namespace loom {

QString lossText(std::string_view sentence) {
    const bool named = sentence.ends_with(" does not carry that");
    return importLine(named ? sentence.substr(0, sentence.rfind(": ")) : sentence);
}

}  // namespace loom
