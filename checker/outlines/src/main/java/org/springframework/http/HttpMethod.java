package org.springframework.http;

/** Outline of Spring's {@code HttpMethod}. */
public enum HttpMethod {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS,
  TRACE;
}
