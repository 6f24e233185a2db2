import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { type Drawing, edgeKey } from './drawing.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Layout {
  width: number;
  height: number;
  nodes: Record<string, Point>;
  /** Corners of each arrow, and where its label stands, by its key. */
  edges: Record<string, { points: Point[]; label?: Point }>;
}

export const BOX = { width: 236, height: 70 };
export const PILL = { width: 236, height: 40 };
const FACTS = 30;
const LETTER = 6.6;

/** Of a step's box; where there are numbers they have a line. */
export const heightOf = ({ id, kind }: { id: string; kind: string }, withFacts: ReadonlySet<string>): number =>
  kind === 'exit' ? PILL.height : BOX.height + (withFacts.has(id) ? FACTS : 0);

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // As it is written: what comes first stands at the left and above.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.edgeLabels.inline': 'true',
  'elk.padding': '[top=8,left=8,bottom=24,right=8]',
};

export const LABEL = { longest: 30, height: 18 };

const boxes = ({ steps, exits, edges }: Drawing, withFacts: ReadonlySet<string>): ElkNode[] => [
  { id: 'start', ...PILL },
  ...steps.map(({ id, kind }) => ({
    id,
    width: BOX.width,
    height: heightOf({ id, kind }, withFacts),
  })),
  ...(edges.some(({ to }) => to === 'end') ? [{ id: 'end', width: 96, height: PILL.height }] : []),
  ...exits.map((_, index) => ({ id: `exit:${index}`, ...PILL })),
];

const arrows = ({ edges }: Drawing): ElkExtendedEdge[] =>
  edges.map((edge) => ({
    id: edgeKey(edge),
    sources: [edge.from],
    targets: [edge.to],
    ...(edge.label === undefined
      ? {}
      : {
          labels: [
            {
              text: edge.label,
              width: Math.min(edge.label.length, LABEL.longest) * LETTER + 16,
              height: LABEL.height,
              layoutOptions: { 'elk.edgeLabels.placement': 'CENTER' },
            },
          ],
        }),
  }));

/** It is large, and comes when the first journey is drawn. */
const loadElk = async () => {
  const { default: elkjs } = await import('elkjs/lib/elk.bundled.js');
  return new elkjs.default();
};
let elk: ReturnType<typeof loadElk> | undefined;

/** Where everything stands, read from above like the YAML; `withFacts` are the steps that have a line of numbers. */
export const layOut = async (drawing: Drawing, withFacts: ReadonlySet<string>): Promise<Layout> => {
  const ids = new Set(boxes(drawing, withFacts).map(({ id }) => id));
  const edges = arrows(drawing).filter(({ sources, targets }) => [...sources, ...targets].every((id) => ids.has(id)));
  const graph: ElkNode = { id: 'journey', layoutOptions: OPTIONS, children: boxes(drawing, withFacts), edges };
  elk ??= loadElk();
  const root = await (await elk).layout(graph);
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    nodes: Object.fromEntries((root.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    edges: Object.fromEntries(
      (root.edges ?? []).map(({ id, sections = [], labels = [] }) => {
        const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
          startPoint,
          ...bendPoints,
          endPoint,
        ]);
        const [label] = labels;
        const at = label && {
          x: (label.x ?? 0) + (label.width ?? 0) / 2,
          y: (label.y ?? 0) + (label.height ?? 0) / 2,
        };
        return [id, { points, ...(at && { label: at }) }];
      }),
    ),
  };
};
