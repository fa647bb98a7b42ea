package org.springframework.web.client;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Outline of Spring's {@code RestOperations}. */
public interface RestOperations {
  <T> T getForObject(String text, Class<T> classValue, Object... object);

  <T> T getForObject(String text, Class<T> classValue, Map<String, ?> map);

  <T> T getForObject(URI uri, Class<T> classValue);

  <T> ResponseEntity<T> getForEntity(String text, Class<T> classValue, Object... object);

  <T> ResponseEntity<T> getForEntity(String text, Class<T> classValue, Map<String, ?> map);

  <T> ResponseEntity<T> getForEntity(URI uri, Class<T> classValue);

  <T> T postForObject(URI uri, Object object, Class<T> classValue);

  <T> ResponseEntity<T> postForEntity(URI uri, Object object, Class<T> classValue);

  <T> ResponseEntity<T> exchange(
      String text,
      HttpMethod httpMethod,
      HttpEntity<?> httpEntity,
      Class<T> classValue,
      Object... object);

  <T> ResponseEntity<T> exchange(
      URI uri, HttpMethod httpMethod, HttpEntity<?> httpEntity, Class<T> classValue);
}
