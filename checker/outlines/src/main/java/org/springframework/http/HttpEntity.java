package org.springframework.http;

/** Outline of Spring's {@code HttpEntity}. */
public class HttpEntity<T> {
  public HttpEntity(T value) {}

  public native T getBody();
}
