// Histories of service, colleagues and death, far more of them: `MODEL_SEED` repeats a stream.
process.env['MODEL_HISTORIES'] = '15000';
await import('../plan/model/model.test.ts');
await import('../wizard/model.test.ts');
