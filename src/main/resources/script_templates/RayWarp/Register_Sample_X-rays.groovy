#@ Boolean (label="Refine", value=true, persist=false) refine
#@ CommandService commands
#@output String report
// Opens the sample X-rays, registers the atlas of the bundled model to them, and says how well it fits.
// For your own X-rays, give images or paths of files in place of the samples, and the path of your geometry file.
import org.raywarp.commands.RegisterAtlasCommand
import org.raywarp.commands.SampleXraysCommand

def samples = commands.run(SampleXraysCommand, true, [:]).get()
def inputs = ["frontal", "lateral", "frontal_mask", "lateral_mask", "geometry"].collectEntries { [it, samples.getOutput(it)] }
inputs["refine"] = refine
def result = commands.run(RegisterAtlasCommand, true, inputs).get()
report = result.getOutput("report")
