package planted.quotation;

import org.apache.fop.apps.FopFactory;

/** Planted: renders a document outside the document room. */
class RendersByItself {

    FopFactory factory;
}
