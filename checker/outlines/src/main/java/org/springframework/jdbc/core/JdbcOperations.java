package org.springframework.jdbc.core;

import java.util.List;
import java.util.Map;

/** Outline of Spring's {@code JdbcOperations}. */
public interface JdbcOperations {
  void execute(String text);

  <T> List<T> query(String text, RowMapper<T> rowMapper);

  <T> T queryForObject(String text, RowMapper<T> rowMapper);

  <T> T queryForObject(String text, Class<T> classValue);

  <T> List<T> queryForList(String text, Class<T> classValue);

  List<Map<String, Object>> queryForList(String text);

  int update(String text);

  int[] batchUpdate(String... text);

  <T> List<T> query(String text, Object[] object, RowMapper<T> rowMapper);

  <T> List<T> query(String text, RowMapper<T> rowMapper, Object... object);

  <T> T queryForObject(String text, Object[] object, RowMapper<T> rowMapper);

  <T> T queryForObject(String text, RowMapper<T> rowMapper, Object... object);

  <T> T queryForObject(String text, Object[] object, Class<T> classValue);

  <T> T queryForObject(String text, Class<T> classValue, Object... object);

  <T> List<T> queryForList(String text, Object[] object, Class<T> classValue);

  <T> List<T> queryForList(String text, Class<T> classValue, Object... object);

  List<Map<String, Object>> queryForList(String text, Object[] object, int[] values);

  List<Map<String, Object>> queryForList(String text, Object... object);

  int update(String text, Object[] object, int[] values);

  int update(String text, Object... object);

  int[] batchUpdate(String text, List<Object[]> list);

  int[] batchUpdate(String text, List<Object[]> list, int[] values);
}
