package javax.persistence;

import java.util.List;

/** Outline of Java EE's {@code Query}. */
public interface Query {
  List getResultList();

  Object getSingleResult();

  int executeUpdate();

  Query setMaxResults(int n);

  Query setParameter(String text, Object object);
}
