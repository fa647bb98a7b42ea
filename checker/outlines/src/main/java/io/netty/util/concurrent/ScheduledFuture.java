package io.netty.util.concurrent;

/** Outline of Netty 4's {@code ScheduledFuture}. */
public interface ScheduledFuture<V> extends Future<V>, java.util.concurrent.ScheduledFuture<V> {}
