/**
 * What most items have in them, as their JSON has it: deflate writes it as a reference. Every item that was written with this needs it to be
 * read, for good: it is never changed. Another one would have a number of its own.
 */
export const DICTIONARY_1 = Buffer.from(
  [
    '"cleared":{"paused":{"until":17"softBounces":{"count":1,"frequency":{"choice":"fewer"hours":{"from":"to":"protectedBy":{"event":"',
    '"closedAt":17"returnedAt":17"incidentsSince":17"unreachable":{"email":{"why":"bounced","at":17"soft":true}"choice":"withdrawn"',
    '"themes":{"":{"at":17"quote":"promises":{"":{"moment":"made":17,"due":17,"next":17,"timer":1,"on":["],"event":{"journey":"enrolment":"',
    '"gestures":[{"id":"kind":"enrolment":"state":"given","at":17,"cost":"counted":true,"until":17',
    '"worked":{"task/":[17],"tasks":{"":{"moment":"journey":"at":17,"due":17,"state":"open","rank":17,"severity":1,"by":"said":"team":"since":17',
    '{"at":"2026-"customer":"kind":"ended","journey":"enrolment":"reason":"finished"}{"kind":"entered","event":"arms":{"":"treated"}}',
    '"kind":"signal","event":"happenedAt":"2026-"value":-0."weight":1,"because":"opens":"kind":"promise","kind":"gesture","kind":"task","kind":"delivery",',
    '"outcome":"held","reason":"quiet-hours"frequency-cap"negative-sentiment"open-incident"until":"2026-"evidence":[{"basis":[{"message":{"subject":"text":"',
    '{"journey":"per":"startedAt":17,"enteredAt":17,"control":false,"arms":{},"eventId":"event":{"at":"2026-"heard":{},"took":[],"at":"send-',
    '"answer":"entered"silent"heard"reached"message":{"moment":"purpose":"transactional"held":{"reason":"since":17"noted":{"reserved":{"attempt":"at":17,"until":17,"channel":"email"},"gave":"turns":{"awaits":"busy":{"times":1,"goalAt":17',
    '"evidence":[{"at":"2026-"event":"feedback.received","value":-0."because":"id":"weight":1,"heardAt":17,"opens":"closes":"',
    '"incidents":{"ticket:"failure:{"openedAt":17,"closedAt":17},"answers":{"trust":{"nps":{"csat":{"ces":{"score":5,"at":17"to":"first":{"id":"told":{"value":"weight":"before":{"quietUntil":',
    '"occurrences":{"feedback.received":[{"id":"at":17,"fields":{"answers":"scale":"score":"amount":"currency":"EUR","subscriptionId":"ticketId":"failureId":"service":"severity":"major"',
    '{"format":1,"id":"version":1,"at":17,"firstSeenAt":17,"attributes":{"email":{"value":"@example.com","provenance":"stated","event":"customer.imported","at":17',
    '"firstName":{"value":"provenance":"stated","event":"customer.signed_up","at":17},"plan":{"value":"provenance":"observed","zone":{"value":"Europe/locale":{"value":"since":{"value":"2026-0T00:00.000Z","provenance":"observed","event":"',
    '},"consent":{},"unreachable":{},"mood":{"s":0,"w":0,"at":17,"quietUntil":0,"negativeUntil":0,"strongAt":17,"liftedAt":17},"evidence":[],"incidents":{},"answers":{},"incidentsByWeek":{},"seen":{"":17,"seenSince":0,"occurrences":{},"decisions":[',
    '{"enrolment":"journey":"step":"send-","visit":1,"moment":"purpose":"care","outcome":"sent","at":17"channel":"email"},{"enrolment":"purpose":"relationship","outcome":"sent","at":17,"channel":"email"}],',
    '"enrolments":{"":{"journey":"startedAt":17,"enteredAt":17,"control":false,"arms":{},"eventId":"event":{"at":"2026-"heard":{},"took":[],"at":"wait-listen-","visit":1,"since":17,"due":17,"timer":1}},"ended":{"":[{"startedAt":17}]},',
    '"journal":[{"at":"2026-"customer":"kind":"decision","journey":"enrolment":"step":"send-","visit":1,"moment":"purpose":"relationship","outcome":"sent","reason":"clear","because":"You signed up on January 2026.","channel":"email"}],',
    '"effects":[{"type":"timer","enrolment":"timer":1,"due":17,"at":17}],"journal":[],"effects":[],"moodBefore":{"s":0,"w":0,"at":17,"quietUntil":0,"negativeUntil":0},"lastHeardAt":17,"lastIncidentAt":17,',
    '"seenOf":{"":{"ids":"},"catalogue":{"version":"number":1},"before":{"version":1,"enrolments":{"":{"due":17,"answered":true}},"known":true},"counted":1}',
  ].join(''),
);
