import { expect } from 'vitest';
import { type Resource, synth } from './synth.ts';

/** A stage that is kept. */
export const production = synth({ stage: 'production' }).main;

/** One that may be thrown away. */
export const { main } = synth();

/** The one resource of a type. */
export const only = (type: string, of = main): Resource => {
  const [resource, ...others] = of.of(type);
  expect(others).toEqual([]);
  return resource![1];
};

export const withConsole = (console: unknown) => synth({ console: JSON.stringify(console) }).main;

/** A stage with what is said of it beside each other. */
export const withSettings = withConsole({
  domainPrefix: 'acme-journeys',
  provider: { kind: 'saml', name: 'Acme', metadata: 'https://acme.example/saml.xml' },
  testAddresses: ['test@acme.com', '*@qa.acme.com'],
  allowedFrames: ['https://acme.zendesk.com'],
});

export const consoleApi = (of = main) =>
  of.of('AWS::ApiGatewayV2::Api').find(([, { Properties }]) => String(Properties.Name).endsWith('-console')) as [
    string,
    Resource,
  ];
