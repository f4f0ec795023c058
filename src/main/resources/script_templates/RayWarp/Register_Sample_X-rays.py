#@ Boolean (label="Refine", value=true, persist=false) refine
#@ CommandService commands
#@output String report
# Opens the sample X-rays, registers the atlas of the bundled model to them, and says how well it fits.
# For your own X-rays, give images or paths of files in place of the samples, and the path of your geometry file.
from org.raywarp.commands import RegisterAtlasCommand, SampleXraysCommand

samples = commands.run(SampleXraysCommand, True, {}).get()
inputs = {name: samples.getOutput(name) for name in ("frontal", "lateral", "frontal_mask", "lateral_mask", "geometry")}
inputs["refine"] = refine
result = commands.run(RegisterAtlasCommand, True, inputs).get()
report = result.getOutput("report")
