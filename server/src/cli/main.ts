import { createInterface } from 'node:readline';
import { readDocument } from '../reading/read.ts';

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    process.stdout.write(`${JSON.stringify({ id, ...readDocument(text) })}\n`);
  }
}

void main();
