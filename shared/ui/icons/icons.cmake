# SPDX-License-Identifier: GPL-3.0-or-later
# The Lucide icons that Atrium uses, by Lucide's own names. Add a name here to use a new one.
set(ATRIUM_ICONS
  accessibility activity armchair arrow-down arrow-left arrow-right arrow-right-left arrow-up badge-check bell bell-ring
  book-open briefcase building-2 calendar calendar-check calendar-clock camera chart-column check
  chevron-down chevron-left chevron-right chevron-up circle circle-alert circle-check circle-help circle-pause
  circle-play circle-x clock cloud cloud-rain cloud-sun copy credit-card delete download ellipsis
  external-link eye eye-off file-text filter flag folder folder-open frown grip-vertical hand hard-drive heart-handshake
  history hourglass house id-card image inbox info keyboard landmark languages laugh layers
  layout-dashboard link list list-ordered lock log-in log-out map map-pin meh megaphone message-square
  minus monitor monitor-smartphone moon move navigation network package pause pen-line pencil phone phone-call
  play plug plus power printer qr-code receipt refresh-cw repeat rotate-cw save scale scan-line screen-share search
  server settings shield shield-check signature siren skip-forward smile square square-check stamp star sun
  tag ticket timer trash-2 triangle-alert tv type undo-2 upload user user-check user-plus user-round
  user-x users volume-1 volume-2 volume-x wallet wifi wifi-off x zap zoom-in zoom-out)
