import '@xyflow/react/dist/style.css';
import { useMantineColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  type Viewport,
} from '@xyflow/react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Slot } from '../../../language/draw/graph.ts';
import classes from './canvas.module.css';
import { type Drawing, type DrawnEdge, type DrawnStep, edgeKey } from './drawing.ts';
import { aboutStep, kindWords } from './kinds.ts';
import { BOX, heightOf, type Layout, layOut, PILL } from './layout.ts';
import { type Lit, Pill, type PillNode, StepCard, type StepNode } from './step-card.tsx';
import { Wire, type WireEdge } from './wire.tsx';

/** The way of one customer: by step and arrow. */
export interface LitWay {
  steps: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  now?: string | undefined;
}

export interface CanvasProps {
  drawing: Drawing;
  /** For who hears it. */
  label: string;
  selected?: string | undefined;
  select: (step: string | undefined) => void;
  /** What stands in the lower edge of a step's box. */
  facts?: (step: string) => ReactNode;
  /** What is wrong, by step. */
  problems?: ReadonlyMap<string, string>;
  lit?: LitWay | undefined;
  add?: ((slot: Slot) => void) | undefined;
}

const nodeTypes = { step: StepCard, pill: Pill };
const edgeTypes = { wire: Wire };

const litOf = (id: string, lit: LitWay | undefined): Lit | undefined => {
  if (!lit) return undefined;
  if (lit.now === id) return 'now';
  return lit.steps.has(id) ? 'passed' : 'not';
};

const useLayout = (drawing: Drawing, withFacts: ReadonlySet<string>): Layout | undefined => {
  const [layout, setLayout] = useState<Layout>();
  const shape = JSON.stringify([
    drawing.steps.map(({ id, kind }) => [id, kind]),
    drawing.edges.map(edgeKey),
    drawing.exits,
    [...withFacts],
  ]);
  const latest = useRef(drawing);
  latest.current = drawing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the shape moves boxes.
  useEffect(() => {
    let isOver = false;
    void layOut(latest.current, withFacts).then((next) => {
      if (!isOver) setLayout(next);
    });
    return () => {
      isOver = true;
    };
  }, [shape]);
  return layout;
};

const pills = ({ on, exits, edges }: Drawing): { id: string; text: string; width: number }[] => [
  { id: 'start', text: `When ${on.join(' or ')}`, width: BOX.width },
  ...(edges.some(({ to }) => to === 'end') ? [{ id: 'end', text: 'The end', width: 96 }] : []),
  ...exits.map((exit, index) => ({ id: `exit:${index}`, text: `At any time: ${exit.on}`, width: BOX.width })),
];

const nameOf = (id: string, steps: readonly DrawnStep[]): string => {
  if (id === 'start') return 'the beginning';
  if (id === 'end') return 'the end';
  const step = steps.find((each) => each.id === id);
  return step ? `${kindWords(step.kind).name} ${aboutStep(step)}` : 'leaving';
};

const betweenOf = ({ from, to, label }: DrawnEdge, steps: readonly DrawnStep[]): string =>
  `after ${nameOf(from, steps)}${label === undefined ? '' : ` (${label})`}, before ${nameOf(to, steps)}`;

/** Where to look so that a step is seen; undefined where it is seen already, so that nothing moves that need not. */
const viewOf = (
  place: { x: number; y: number },
  { x, y, zoom }: Viewport,
  room: { width: number; height: number },
): Viewport | undefined => {
  const [left, top] = [place.x * zoom + x, place.y * zoom + y];
  const isSeen = left >= 0 && left + 236 * zoom <= room.width && top >= 0 && top + 80 * zoom <= room.height;
  if (isSeen) return undefined;
  return { x: room.width / 2 - (place.x + 118) * zoom, y: Math.min(12, room.height / 3 - place.y * zoom), zoom };
};

/** A journey as one reads it: from above, like the YAML. Everything here is in the list of steps too. */
export const Canvas = ({ drawing, label, selected, select, facts, problems, lit, add }: CanvasProps) => {
  const { colorScheme } = useMantineColorScheme();
  const withFacts = useMemo(
    () => new Set(drawing.steps.flatMap(({ id, kind }) => (kind !== 'exit' && facts?.(id) !== undefined ? [id] : []))),
    [drawing, facts],
  );
  const layout = useLayout(drawing, withFacts);
  const frame = useRef<HTMLDivElement>(null);
  const [flow, setFlow] = useState<ReactFlowInstance<StepNode | PillNode, WireEdge>>();
  const isPlaced = useRef(false);

  useEffect(() => {
    const width = frame.current?.clientWidth ?? 0;
    if (!layout || !flow || width === 0 || isPlaced.current) return;
    isPlaced.current = true;
    const zoom = Math.max(0.5, Math.min(1, (width - 32) / layout.width));
    const start = (layout.nodes.start?.x ?? 0) + 118;
    const fits = layout.width * zoom <= width;
    const x = fits ? (width - layout.width * zoom) / 2 : width / 2 - start * zoom;
    void flow.setViewport({ x, y: 12, zoom });
  }, [layout, flow]);

  useEffect(() => {
    const place = lit?.now === undefined ? undefined : layout?.nodes[lit.now];
    const room = frame.current;
    if (!place || !flow || !room) return;
    const to = viewOf(place, flow.getViewport(), { width: room.clientWidth, height: room.clientHeight });
    if (to) void flow.setViewport(to, { duration: 300 });
  }, [lit?.now, layout, flow]);

  const nodes = useMemo((): (StepNode | PillNode)[] => {
    if (!layout) return [];
    const base = (id: string, width: number, height: number) => ({
      id,
      position: layout.nodes[id] ?? { x: 0, y: 0 },
      width,
      height,
      draggable: false,
      connectable: false,
    });
    return [
      ...pills(drawing).map(
        ({ id, text, width }): PillNode => ({
          ...base(id, width, PILL.height),
          type: 'pill',
          selectable: false,
          focusable: false,
          data: { text, lit: litOf(id, lit) },
        }),
      ),
      ...drawing.steps
        .filter(({ id }) => layout.nodes[id])
        .map(
          (step): StepNode => ({
            ...base(step.id, BOX.width, heightOf(step, withFacts)),
            type: 'step',
            selected: step.id === selected,
            ariaLabel: `${kindWords(step.kind).name}: ${aboutStep(step)}`,
            data: {
              step,
              facts: facts?.(step.id),
              problem: problems?.get(step.id),
              lit: litOf(step.id, lit),
            },
          }),
        ),
    ];
  }, [drawing, layout, facts, withFacts, selected, problems, lit]);

  const edges = useMemo(
    (): WireEdge[] =>
      drawing.edges.flatMap((edge) => {
        const key = edgeKey(edge);
        const route = layout?.edges[key];
        if (!route) return [];
        const isLit = lit?.edges.has(key) ?? false;
        return {
          id: key,
          source: edge.from,
          target: edge.to,
          type: 'wire',
          focusable: false,
          selectable: false,
          markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, markerUnits: 'userSpaceOnUse' },
          zIndex: isLit ? 1 : 0,
          data: {
            points: route.points,
            label: edge.label,
            at: route.label,
            slot: edge.slot,
            add,
            between: betweenOf(edge, drawing.steps),
            lit: isLit,
            faded: lit !== undefined && !isLit,
          },
        };
      }),
    [drawing, layout, lit, add],
  );

  const stepIdOf = (node: Node): string | undefined => (node.type === 'step' ? node.id : undefined);
  return (
    <section className={classes.canvas} aria-label={label} ref={frame}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
        onInit={setFlow}
        onNodeClick={(_, node) => select(stepIdOf(node))}
        onNodesChange={(changes) => {
          const focused = changes.find((each) => each.type === 'select' && each.selected);
          if (focused && 'id' in focused) select(focused.id);
        }}
        onPaneClick={() => select(undefined)}
        nodesDraggable={false}
        nodesConnectable={false}
        deleteKeyCode={null}
        minZoom={0.25}
        maxZoom={1.5}
        panOnScroll
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
        <Controls showInteractive={false} position="bottom-left" />
      </ReactFlow>
    </section>
  );
};
