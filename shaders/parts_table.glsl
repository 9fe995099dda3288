// How the parts look, two texels each; the same layout as PartRow in src/render/part_table.h.
uniform samplerBuffer u_parts;
