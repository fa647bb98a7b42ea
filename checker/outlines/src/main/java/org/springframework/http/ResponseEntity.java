package org.springframework.http;

/** Outline of Spring's {@code ResponseEntity}. */
public class ResponseEntity<T> extends HttpEntity<T> {
  protected ResponseEntity() {
    super((T) null);
  }

  public static native <T> ResponseEntity<T> ok(T value);
}
