package org.springframework.http;

/** Outline of Spring's {@code ResponseEntity}. */
public class ResponseEntity<T> {
  public static native <T> ResponseEntity<T> ok(T value);

  public native T getBody();
}
