let chosen: IDBTransactionDurability = 'default';

const transaction = Reflect.get(IDBDatabase.prototype, 'transaction') as IDBDatabase['transaction'];

// What the application asks of the browser is asked otherwise here, so that both ways are compared in one run.
IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
  const asked = chosen === 'default' ? options : { ...options, durability: chosen };
  return transaction.call(this, stores, mode, asked);
};

/** For every transaction from now on; `default` is what the application asks. */
export function chooseDurability(durability: IDBTransactionDurability): void {
  chosen = durability;
}
