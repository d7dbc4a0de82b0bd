// Far more histories of service, colleagues and death: `MODEL_SEED` repeats a stream.
process.env['MODEL_HISTORIES'] = '15000';
await import('../plan/model/model.test.ts');
await import('../wizard/model.test.ts');
