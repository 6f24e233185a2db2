import { Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { Overtaken } from '../../worker/client.ts';
import type { Workbook } from '../../worker/workbook/workbook.ts';
import { touching } from './touching.ts';

/** Files of scenarios that begin one of these journeys. */
const filesTouching = async (workbook: Workbook, journeys: readonly string[]): Promise<string[]> => {
  const files = workbook.files();
  const scenarios = await workbook.ask('playable', { files });
  const scenarioFiles = new Set<string>();
  for (const path of journeys) {
    const outline = await workbook.ask('outline', { files, path });
    for (const { file } of outline ? touching(scenarios, outline).own : []) scenarioFiles.add(file);
  }
  return [...scenarioFiles];
};

interface ScenarioFilesProps<Line> {
  workbook: Workbook;
  /** Journeys that the draft changes. */
  journeys: readonly string[];
  lines: readonly Line[];
  /** A list of files under a title. */
  list: (title: string, lines: Line[]) => ReactNode;
}

/** The scenarios of what is changed, and all others behind a line: there may be hundreds. */
export const ScenarioFiles = <Line extends { path: string }>({
  workbook,
  journeys,
  lines,
  list,
}: ScenarioFilesProps<Line>) => {
  const [own, setOwn] = useState<readonly string[]>([]);
  const key = journeys.join('\0');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is which journeys are changed.
  useEffect(() => {
    if (journeys.length === 0) {
      setOwn([]);
      return;
    }
    filesTouching(workbook, journeys).then(setOwn, (error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
  }, [workbook, key]);
  const isOwn = ({ path }: Line) => own.includes(path);
  const others = lines.filter((line) => !isOwn(line));
  return (
    <Stack gap="sm">
      {own.length > 0 && list('Scenarios of what is changed', lines.filter(isOwn))}
      <details>
        <summary>
          <Text span size="sm">
            {own.length > 0 ? `The other ${others.length} scenarios` : `All ${others.length} scenarios`}
          </Text>
        </summary>
        {list(own.length > 0 ? 'Other scenarios' : 'Scenarios', others)}
      </details>
    </Stack>
  );
};
