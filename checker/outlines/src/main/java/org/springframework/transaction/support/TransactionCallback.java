package org.springframework.transaction.support;

import org.springframework.transaction.TransactionStatus;

/** Outline of Spring's {@code TransactionCallback}. */
public interface TransactionCallback<T> {
  T doInTransaction(TransactionStatus transactionStatus);
}
