import { row } from './figure.ts';
import { bundleFigures } from './figures/bundles.ts';
import { gateFigures } from './figures/gate.ts';
import { journeyFigures } from './figures/journeys.ts';
import { languageFigures } from './figures/language.ts';

const parts = [gateFigures, journeyFigures, languageFigures, bundleFigures];
const figures = [];
for (const part of parts) {
  const found = await part();
  figures.push(...found);
  if (!process.argv.includes('--json')) for (const figure of found) console.log(row(figure));
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
