// SPDX-License-Identifier: GPL-3.0-or-later
// The interfaces are headers only; this unit gives the build something that checks each compiles.
#include "shared/devices/iface/barcodescanner.h"
#include "shared/devices/iface/caller.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/speaker.h"
#include "shared/devices/iface/stripdisplay.h"
#include "shared/devices/iface/ticketprinter.h"
