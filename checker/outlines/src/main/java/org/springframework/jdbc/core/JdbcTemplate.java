package org.springframework.jdbc.core;

import java.util.List;
import java.util.Map;

/** Outline of Spring's {@code JdbcTemplate}. */
public class JdbcTemplate implements JdbcOperations {
  public JdbcTemplate() {}

  public native void execute(String text);

  public native <T> List<T> query(String text, RowMapper<T> rowMapper);

  public native <T> T queryForObject(String text, RowMapper<T> rowMapper);

  public native <T> T queryForObject(String text, Class<T> classValue);

  public native <T> List<T> queryForList(String text, Class<T> classValue);

  public native List<Map<String, Object>> queryForList(String text);

  public native int update(String text);

  public native int[] batchUpdate(String... text);

  public native <T> List<T> query(String text, Object[] object, RowMapper<T> rowMapper);

  public native <T> List<T> query(String text, RowMapper<T> rowMapper, Object... object);

  public native <T> T queryForObject(String text, Object[] object, RowMapper<T> rowMapper);

  public native <T> T queryForObject(String text, RowMapper<T> rowMapper, Object... object);

  public native <T> T queryForObject(String text, Object[] object, Class<T> classValue);

  public native <T> T queryForObject(String text, Class<T> classValue, Object... object);

  public native <T> List<T> queryForList(String text, Object[] object, Class<T> classValue);

  public native <T> List<T> queryForList(String text, Class<T> classValue, Object... object);

  public native List<Map<String, Object>> queryForList(String text, Object[] object, int[] values);

  public native List<Map<String, Object>> queryForList(String text, Object... object);

  public native int update(String text, Object[] object, int[] values);

  public native int update(String text, Object... object);

  public native int[] batchUpdate(String text, List<Object[]> list);

  public native int[] batchUpdate(String text, List<Object[]> list, int[] values);
}
