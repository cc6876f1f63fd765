// SPDX-License-Identifier: GPL-3.0-or-later
// The enrolment page of Atrium.Ui with what is typed and answered.
import QtQuick
import Atrium.Appkit
import Atrium.Ui

EnrolPage {
    id: root

    required property Enrolment enrolment

    focus: true
    code: enrolment.code
    keys: enrolment.keys
    server: enrolment.server
    fingerprint: enrolment.fingerprint
    complete: enrolment.complete
    ready: enrolment.ready
    busy: enrolment.busy
    refusal: enrolment.refusal
    revoked: enrolment.revoked
    onTyped: character => root.enrolment.type(character)
    onBackspace: root.enrolment.backspace()
    onSend: root.enrolment.send()
}
