// SPDX-License-Identifier: GPL-3.0-or-later
// say-call NUMBER WINDOW: the utterances of a call by the product's rules, one line each, as orders to
// atrium-voice.
#include "shared/rules/speech/speech.h"

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    using atrium::speech::Language;
    int id = 0;
    for (const auto& segment : atrium::speech::announcement(Language::zh, "请 {number} 号到 {window} 号窗口",
                                                            {{"number", argv[1]}, {"window", argv[2]}}))
        std::printf("say\t%d\t%s\t%d\t100\t%s\n", ++id,
                    segment.language == Language::zh ? "mandarin" : "english", segment.ratePercent,
                    segment.text.c_str());
    return id > 0 ? 0 : 1;
}
