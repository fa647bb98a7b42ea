package org.lockkeeper.ir;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the answers of a function that always answers the same. Other than {@link
 * Map#computeIfAbsent}, the function may come back here while it computes; two threads may compute
 * the same answer, and both get the first one. Safe for use by several threads.
 *
 * @param <K> what is asked
 * @param <V> what is answered; not {@code null}
 */
public final class Memo<K, V> {
  private final Map<K, V> known = new ConcurrentHashMap<>();

  /** The remembered answer, or that of the function. */
  public V get(K key, Function<? super K, ? extends V> compute) {
    V value = known.get(key);
    if (value != null) {
      return value;
    }
    V fresh = compute.apply(key);
    V earlier = known.putIfAbsent(key, fresh);
    return earlier == null ? fresh : earlier;
  }
}
