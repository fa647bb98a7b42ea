package javax.persistence;

import java.util.Map;

/** Outline of Java EE's {@code EntityManager}. */
public interface EntityManager {
  void persist(Object object);

  <T> T merge(T value);

  void remove(Object object);

  <T> T find(Class<T> classValue, Object object);

  <T> T find(Class<T> classValue, Object object, Map<String, Object> map);

  void flush();

  Query createQuery(String text);
}
