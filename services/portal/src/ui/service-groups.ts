/** Thirty services are too many for one list: they are found by family. */
import type { ServiceCode } from '@stezhka/vocabulary';
import type { Choice } from './choice.js';
import type { ChoiceGroup } from './select.js';

/** The family is the part of a code before its dot; families stand in the order of their first service. */
export function serviceGroupsOf(
  services: readonly Choice<ServiceCode>[],
  nameOf: (group: string) => string,
): readonly ChoiceGroup<ServiceCode>[] {
  const groups = new Map<string, Choice<ServiceCode>[]>();
  for (const service of services) {
    const [group = ''] = service.value.split('.');
    groups.set(group, [...(groups.get(group) ?? []), service]);
  }
  return [...groups].map(([group, choices]) => ({ label: nameOf(group), choices }));
}
