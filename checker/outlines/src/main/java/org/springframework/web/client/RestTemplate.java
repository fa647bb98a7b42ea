package org.springframework.web.client;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Outline of Spring's {@code RestTemplate}. */
public class RestTemplate implements RestOperations {
  public RestTemplate() {}

  public native <T> T getForObject(String text, Class<T> classValue, Object... object);

  public native <T> T getForObject(String text, Class<T> classValue, Map<String, ?> map);

  public native <T> T getForObject(URI uri, Class<T> classValue);

  public native <T> ResponseEntity<T> getForEntity(
      String text, Class<T> classValue, Object... object);

  public native <T> ResponseEntity<T> getForEntity(
      String text, Class<T> classValue, Map<String, ?> map);

  public native <T> ResponseEntity<T> getForEntity(URI uri, Class<T> classValue);

  public native <T> T postForObject(URI uri, Object object, Class<T> classValue);

  public native <T> ResponseEntity<T> postForEntity(URI uri, Object object, Class<T> classValue);

  public native <T> ResponseEntity<T> exchange(
      String text,
      HttpMethod httpMethod,
      HttpEntity<?> httpEntity,
      Class<T> classValue,
      Object... object);

  public native <T> ResponseEntity<T> exchange(
      URI uri, HttpMethod httpMethod, HttpEntity<?> httpEntity, Class<T> classValue);
}
