package org.springframework.transaction;

import java.io.Flushable;

/** Outline of Spring's {@code TransactionStatus}. */
public interface TransactionStatus extends Flushable {}
