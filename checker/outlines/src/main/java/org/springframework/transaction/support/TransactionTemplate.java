package org.springframework.transaction.support;

import java.io.Serializable;

/** Outline of Spring's {@code TransactionTemplate}. */
public class TransactionTemplate implements Serializable {
  public native <T> T execute(TransactionCallback<T> transactionCallback);
}
