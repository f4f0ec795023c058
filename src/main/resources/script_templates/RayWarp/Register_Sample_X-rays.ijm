// Opens the sample X-rays, registers the atlas of the bundled model to them, and shows the warped labels.
// For your own X-rays, open them with "Open Volume..." and give the path of your geometry file.
run("Femur X-rays with Masks");
selectImage("frontal.tif");
geometry = Property.get("geometry");
run("Register Atlas to X-rays...", "frontal=frontal.tif lateral=lateral.tif frontal_mask=frontal-mask.tif " +
    "lateral_mask=lateral-mask.tif geometry=[" + geometry + "] refine=true");
selectImage("warped_labels");
