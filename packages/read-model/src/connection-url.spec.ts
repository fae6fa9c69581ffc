import { expect, it } from '@jest/globals';
import { passwordIn, urlFor } from './connection-url.js';

it.each([
  ['postgresql://admin@/postgres?host=/tmp/s', 'postgresql://u:p%40@/db?host=/tmp/s'],
  ['postgres://admin:secret@db.example:5433/postgres', 'postgres://u:p%40@db.example:5433/db'],
  ['postgresql://db.example?sslmode=require', 'postgresql://u:p%40@db.example/db?sslmode=require'],
  ['postgresql://[::1]:5432/', 'postgresql://u:p%40@[::1]:5432/db'],
])('names another database and role on the server of %s', (base, expected) => {
  expect(urlFor(base, { database: 'db', user: 'u', password: 'p@' })).toBe(expected);
});

it('keeps the credentials if no other role is named', () => {
  expect(urlFor('postgresql://admin:secret@db/postgres', { database: 'x' })).toBe(
    'postgresql://admin:secret@db/x',
  );
});

it('repeats nothing of a string that it cannot read', () => {
  expect(() => urlFor('mysql://admin:secret@db', { database: 'x' })).toThrow(
    'not a PostgreSQL connection string',
  );
});

it.each([
  ['postgres://someone:p%40ss@db/x', 'p@ss'],
  ['postgres://:word@db', 'word'],
  ['postgres://someone@db/x', undefined],
  ['postgresql:///x?host=/tmp/s', undefined],
])('finds the password in %s', (url, expected) => {
  expect(passwordIn(url)).toBe(expected);
});
