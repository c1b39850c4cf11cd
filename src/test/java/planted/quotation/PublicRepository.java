package planted.quotation;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Planted: a repository others can reach. */
@NoRepositoryBean
public interface PublicRepository extends Repository<PublicEntity, Long> {}
