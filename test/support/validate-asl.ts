// CommonJS: Node sees its re-exports only on the module itself.
import asl from 'amazon-states-language-service';

const service = asl.getLanguageService({});

/** What AWS's own validator finds in a state machine, one sentence each; nothing when it accepts it. */
export const validateAsl = async (machine: unknown): Promise<string[]> => {
  const document = asl.TextDocument.create('file:///machine.asl.json', 'asl', 1, JSON.stringify(machine, null, 2));
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return diagnostics.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
};
