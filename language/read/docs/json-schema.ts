/** The part of JSON Schema that our schemas are written in. */
export interface JsonSchema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | false;
  definitions?: Record<string, JsonSchema>;
}

/** Every list of steps is a reference to one definition. */
export const isSteps = ({ $ref, allOf = [] }: JsonSchema): boolean =>
  $ref === '#/definitions/steps' || allOf.some(isSteps);

/** Each kind of step, by the word that it begins with. */
export const stepKinds = ({ definitions }: JsonSchema): Map<string, JsonSchema> => {
  const steps = definitions?.steps?.items?.anyOf ?? [];
  return new Map(steps.map((step) => [Object.keys(step.properties ?? {})[0] ?? '', step]));
};
