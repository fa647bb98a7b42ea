package org.springframework.jdbc.core;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Outline of Spring's {@code RowMapper}. */
public interface RowMapper<T> {
  T mapRow(ResultSet resultSet, int n) throws SQLException;
}
