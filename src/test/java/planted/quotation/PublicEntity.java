package planted.quotation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: an entity others can reach. */
@Entity
public class PublicEntity {

    @Id
    Long id;
}
