/** Feed time as ISO 8601 in the zone of `startedAt`. */
export const feedTime = (startedAt: string, offset: number): string => {
  const zone = /(Z|[+-]\d{2}:?\d{2})$/i.exec(startedAt)?.[1] ?? 'Z';
  const shift = zoneMs(zone);
  const local = new Date(Date.parse(startedAt) + offset + shift).toISOString().slice(0, -1);
  return `${local.endsWith('.000') ? local.slice(0, -4) : local}${zone}`;
};

const zoneMs = (zone: string): number => {
  if (/^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};
