/** Three matches of one Saturday as scenarios, by the names of their files; the third one kicks off half an hour later. */
export const SATURDAY: Readonly<Record<'alder.yaml' | 'cedar.yaml' | 'elm.yaml', string>> = {
  'alder.yaml': `title: Alder Town v Brook United
why: A goal in each half.
regulations: uefa-champions-league-2025-26-league-phase
startedAt: "2026-02-14T14:00:00Z"
fixture:
  home: { code: ALD, name: Alder Town, short: Alder }
  away: { code: BRO, name: Brook United, short: Brook }
  legs: [{ kickOff: "2026-02-14T15:00:00Z" }]
log:
  - { at: "pre 00:00", note: { text: The pitch has passed its inspection. } }
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 11:30", goal: { by: home 9 } }
  - { at: "1H 46:00", half-time: true }
  - { at: "2H 45:00", kick-off: away }
  - { at: "2H 61:20", goal: { by: away 10 } }
  - { at: "2H 92:00", full-time: true }
`,
  'cedar.yaml': `title: Cedar v Dale
why: A goal, and a footballer sent off.
regulations: uefa-champions-league-2025-26-league-phase
startedAt: "2026-02-14T14:00:00Z"
fixture:
  home: { code: CED, name: Cedar, colours: { main: "#c8102e" } }
  away: { code: DAL, name: Dale, colours: { main: "#003b8e" } }
  legs: [{ kickOff: "2026-02-14T15:00:00Z" }]
log:
  - { at: "pre 00:00", note: { text: The teams are warming up. } }
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 13:10", goal: { by: away 9 } }
  - { at: "1H 29:40", red: { person: home 4, reason: serious-foul-play } }
  - { at: "1H 47:00", half-time: true }
  - { at: "2H 45:00", kick-off: away }
  - { at: "2H 93:00", full-time: true }
`,
  'elm.yaml': `title: Elm Rovers v Foxley
why: The train was late, and so is the kick-off.
regulations: uefa-champions-league-2025-26-league-phase
startedAt: "2026-02-14T14:00:00Z"
fixture:
  home: { code: ELM, name: Elm Rovers }
  away: { code: FOX, name: Foxley }
  legs: [{ kickOff: "2026-02-14T15:30:00Z" }]
log:
  - { at: "pre 00:00", note: { text: The kick-off is put back by half an hour. } }
  - { at: "1H 00:00", kick-off: home }
  - { at: "1H 19:00", goal: { by: home 9 } }
  - { at: "1H 45:00", half-time: true }
  - { at: "2H 45:00", kick-off: away }
  - { at: "2H 91:00", full-time: true }
`,
};
