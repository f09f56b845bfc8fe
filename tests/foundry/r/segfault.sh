# expect: crash r.segfault
# needs: Rscript
Rscript -e 'tools::pskill(Sys.getpid(), 11); Sys.sleep(2)'
